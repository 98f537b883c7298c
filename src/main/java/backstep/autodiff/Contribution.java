package backstep.autodiff;

/**
 * One line of the reverse adjoint trace: what one use of a variable adds to its adjoint, v̄ⱼ ← v̄ⱼ + v̄ᵢ ∂vᵢ/∂vⱼ.
 *
 * @param target j, the variable whose adjoint grows
 * @param through i, the operation that used it; for the seed the same as {@code target}
 * @param operand which operand of that operation it is, 0 the left
 * @param partial ∂vᵢ/∂vⱼ, the local derivative; 1 for the seed
 * @param amount what is added, v̄ᵢ ∂vᵢ/∂vⱼ; 1 for the seed
 * @param before v̄ⱼ before this line, 0 where this is the first
 * @param adjoint v̄ⱼ after this line
 * @param ordinal which of the contributions to v̄ⱼ this is, from 1
 * @param last whether v̄ⱼ is complete with this line
 */
public record Contribution(
        int target,
        int through,
        int operand,
        double partial,
        double amount,
        double before,
        double adjoint,
        int ordinal,
        boolean last) {

    /** {@return whether this is v̄ = 1, where the sweep begins} */
    public boolean isSeed() {
        return target == through;
    }
}
