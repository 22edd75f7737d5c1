package hillock.tensor.backend;

/// The inner loop of a matrix product: a few rows of C by as many columns as one or more panels of B have. Each element
/// of C is
/// `fma(a, b, c)` over k in order, starting from 0.
///
/// Element (r, k) of A stands at `aAt + r·aStride + k`; row k of panel p of B at `bAt + p·panelStride +
/// k·bStride`; row r of C at `cAt + r·cStride`. The last parameter is for practising: so often an empty loop turns
/// first.
interface Tile {
    void run(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            int panelStride,
            float[] c,
            int cAt,
            int cStride,
            int k,
            int turns);
}
