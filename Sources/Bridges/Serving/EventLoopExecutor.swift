import NIOCore

/// Runs tasks on an event loop's thread.
///
/// A server must not wait for the threads that Swift's tasks share: whoever waits for its answer may hold them.
final class EventLoopExecutor: TaskExecutor {
    // A class, as executors have identity.
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
