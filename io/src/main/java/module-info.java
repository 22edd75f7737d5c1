/// safetensors files and the model folder.
module hillock.io {
    requires transitive hillock.tabular;
    requires tools.jackson.databind;

    exports hillock.io;
}
