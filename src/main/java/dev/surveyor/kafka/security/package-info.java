/**
 * Reads the certificates, keys and logins of a connection as the clients will, before one is made, and says why they
 * cannot be used. The clients' own classes decide; what is here finds the cause in what they refuse.
 */
@NullMarked
package dev.surveyor.kafka.security;

import org.jspecify.annotations.NullMarked;
