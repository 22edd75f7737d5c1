/// From a table to a trained network with an honest verdict.
module hillock.tabular {
    requires transitive hillock.nn;

    exports hillock.tabular;
}
