"""What the client and the generator cost on this machine, against bounds: `make bench`."""
