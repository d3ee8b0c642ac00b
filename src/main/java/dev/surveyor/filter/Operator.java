package dev.surveyor.filter;

/** How a field is compared. The order matters: an operator that begins another one comes after it. */
enum Operator {
    CONTAINS(":"),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">"),
    DOUBLE_EQUAL("=="),
    EQUAL("=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** Returns whether it asks for an order rather than for a text. */
    boolean orders() {
        return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
    }

    /** Returns whether this order holds, given the sign of left compared with right. */
    boolean holds(int comparison) {
        return switch (this) {
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case EQUAL, DOUBLE_EQUAL, CONTAINS -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
        };
    }
}
