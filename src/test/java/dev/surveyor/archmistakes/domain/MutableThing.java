package dev.surveyor.archmistakes.domain;

/** The domain is made of records, enums and sealed interfaces. */
final class MutableThing {
    private int count;

    int next() {
        return ++count;
    }
}
