/// Hillock and its peers on the same work in turns: results are compared first, then times.
package hillock.bench;
