/// Libraries as processes that take orders, and how Hillock and OpenBLAS do each task.
package hillock.bench.worker;
