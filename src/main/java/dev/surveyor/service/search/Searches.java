package dev.surveyor.service.search;

/** Searches topics on one connection. */
public interface Searches {

    /**
     * Starts a search with readers of its own, which belong to no group and commit nothing. Returns at once; what goes
     * wrong is in the certificate.
     */
    SearchSession start(SearchRequest request);
}
