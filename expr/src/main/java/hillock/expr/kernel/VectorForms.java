package hillock.expr.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Loops in vectors of the machine's preferred length, or of the one that was asked for.
final class VectorForms {
    private static final VectorSpecies<Float> SPECIES = species(Simd.bits());

    private VectorForms() {}

    static VectorSpecies<Float> species(int bits) {
        return bits == 0 ? FloatVector.SPECIES_PREFERRED : VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
    }

    static Form compile(Code code, int[] results, int inputs, long still) {
        return compile(code, results, inputs, still, SPECIES);
    }

    static Form compile(Code code, int[] results, int inputs, long still, VectorSpecies<Float> species) {
        return Bytecode.compile(code, results, inputs, still, new VectorValues(species), species);
    }
}
