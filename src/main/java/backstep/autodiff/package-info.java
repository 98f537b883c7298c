/**
 * Automatic differentiation of scalar programs: the Wengert list, its forward primal trace, a forward tangent trace for each
 * input and the reverse adjoint trace, with the Jacobian, the Hessian and the central differences that they are checked
 * against.
 *
 * <p>Notation as in Griewank and Walther, <i>Evaluating Derivatives</i>, 2008: with n inputs and m operations the inputs are
 * v₁₋ₙ … v₀ and the intermediates v₁ … v_m, in evaluation order. Indices in this package are those subscripts.
 */
@NullMarked
package backstep.autodiff;

import org.jspecify.annotations.NullMarked;
