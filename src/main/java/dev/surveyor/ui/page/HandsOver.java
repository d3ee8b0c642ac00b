package dev.surveyor.ui.page;

/** A page whose contents outlive its connection. */
@FunctionalInterface
public interface HandsOver {

    /** Leaves what it holds to the next page of its address, which goes on with it. Called at most once, before close. */
    void handOver();
}
