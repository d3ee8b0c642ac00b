package dev.surveyor.registry;

import org.jspecify.annotations.Nullable;

/**
 * Where a registry answers. One of Apicurio has two interfaces beside each other, that of Confluent's and its own; its
 * address may be either, as the serializers of both makers are configured with them.
 *
 * @param compatible where it answers as Confluent's does
 * @param own where it answers in Apicurio's own way (version 3), or null where it is not known to be one
 */
record RegistryAddress(String compatible, @Nullable String own) {

    private static final String COMPATIBLE = "/apis/ccompat/";
    private static final String OWN = "/apis/registry/";

    /** Returns where the registry of an address answers; the address has no slash at its end. */
    static RegistryAddress of(String url) {
        int compatible = url.indexOf(COMPATIBLE);
        if (compatible >= 0) {
            return new RegistryAddress(url, url.substring(0, compatible) + OWN + "v3");
        }
        int own = url.indexOf(OWN);
        return own < 0
                ? new RegistryAddress(url, null)
                : new RegistryAddress(url.substring(0, own) + COMPATIBLE + "v7", url.substring(0, own) + OWN + "v3");
    }
}
