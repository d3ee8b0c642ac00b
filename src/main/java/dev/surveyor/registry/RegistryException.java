package dev.surveyor.registry;

/** Why a schema could not be had. */
final class RegistryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String brief;
    private final boolean passing;

    /**
     * Tells a failure.
     *
     * @param reason a sentence without its end, with what to do about it
     * @param brief the same in a few words for a table cell
     * @param passing whether it may work later without anybody doing something
     */
    private RegistryException(String reason, String brief, boolean passing) {
        super(reason);
        this.brief = brief;
        this.passing = passing;
    }

    /** Returns a failure that may pass by itself. */
    static RegistryException passing(String reason) {
        return new RegistryException(reason, "waiting for the registry", true);
    }

    /** Returns a failure that stays until somebody does something. */
    static RegistryException lasting(String brief, String reason) {
        return new RegistryException(reason, brief, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String brief() {
        return brief;
    }

    boolean passing() {
        return passing;
    }
}
