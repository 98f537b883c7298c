package backstep.server;

import java.util.List;

/**
 * An expression as it was understood.
 *
 * @param text the expression in its plain form
 * @param inputs its variables, in the order of v₁₋ₙ … v₀
 * @param outputs the names of what it computes
 */
public record ExpressionAnswer(String text, String latex, List<String> inputs, List<String> outputs) {}
