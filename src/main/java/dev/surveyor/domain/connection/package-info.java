/**
 * Connection profiles: how a cluster is reached and how careful to be with it. No secret has a text form here.
 */
@NullMarked
package dev.surveyor.domain.connection;

import org.jspecify.annotations.NullMarked;
