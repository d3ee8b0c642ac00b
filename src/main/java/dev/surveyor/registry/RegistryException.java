package dev.surveyor.registry;

/** Why a schema could not be had. */
final class RegistryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * Tells a failure.
     *
     * @param reason a sentence without its end, with what to do about it
     * @param passing whether it may work later without anybody doing something
     */
    RegistryException(String reason, boolean passing) {
        super(reason);
        this.passing = passing;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    boolean passing() {
        return passing;
    }
}
