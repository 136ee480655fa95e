print("untp-sim")
