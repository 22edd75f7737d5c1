/// What computes: about ten operations on arrays of `float`, all that a device has to offer to run everything else.
///
/// Not exported: a caller works with [hillock.tensor.Tensor]. All methods get row-major arrays, of which
/// they write only the results; shapes were checked before.
package hillock.tensor.backend;
