"""Every page in browsers that are not Chrome: `make browsers`, which is no part of `make test`."""
