package dev.surveyor.service.transfer;

import dev.surveyor.domain.failure.BrokerFailure;

/** An export or an import did not come to its end. */
public final class TransferException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient BrokerFailure failure;

    TransferException(BrokerFailure failure) {
        super(failure.what());
        this.failure = failure;
    }

    /** Returns what happened, why, and what to do. */
    public BrokerFailure failure() {
        return failure;
    }
}
