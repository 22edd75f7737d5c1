/// What is measured, by name, with its inputs: the same for every library.
package hillock.bench.task;
