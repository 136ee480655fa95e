// What the design promises of speed and memory, each as a ratio to what limits it.
Benchmarks.run()
