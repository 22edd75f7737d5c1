/// Programs that are timed from the shell, start included.
package hillock.bench.cold;
