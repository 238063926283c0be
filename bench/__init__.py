"""What the laboratory costs, in ratios against references measured in the same run."""
