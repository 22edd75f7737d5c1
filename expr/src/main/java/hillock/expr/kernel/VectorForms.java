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

    static Form compile(Body body) {
        return compile(body, SPECIES);
    }

    static Form compile(Body body, VectorSpecies<Float> species) {
        return Bytecode.compile(body, new VectorValues(species), species);
    }
}
