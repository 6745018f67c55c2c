"""Workers beyond this process: processes of this machine, or a running Dask cluster. dask is imported on demand."""
