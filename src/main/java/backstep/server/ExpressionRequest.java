package backstep.server;

/** Asks what an expression is a function of. */
public record ExpressionRequest(String expression) {}
