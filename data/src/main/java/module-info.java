/// Tables and data sets: CSV, batches, splits, synthetic examples.
module hillock.data {
    requires transitive hillock.tensor;
    requires de.siegmar.fastcsv;

    exports hillock.data;
}
