/// Limits of requests in number and time: how many wait for a worker thread and how long, how slow a client may be, and
/// what happens when it hangs up. The filters apply to every resource; other queues use [RequestDeadlines].
package dev.parlance.kit.request;
