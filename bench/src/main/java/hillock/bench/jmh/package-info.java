/// Single kernels under JMH, by `scripts/bench.sh --jmh [regex]`: for work on one kernel, not for comparison with
/// others.
package hillock.bench.jmh;
