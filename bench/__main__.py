"""Everything that is measured, in one run: `python -m bench`, with the ratios that matter."""

from bench import dashboard, drawings, load, outages, playing, training, whole_run

if __name__ == "__main__":
    training.main()
    whole_run.main()
    drawings.main()
    dashboard.main()
    playing.main()
    outages.main()
    load.main()
