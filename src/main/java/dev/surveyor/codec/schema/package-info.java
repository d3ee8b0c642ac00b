/**
 * Payloads that need a schema: the wire format of schema registries, Avro, Protobuf and JSON Schema. Libraries read the
 * schemas; the payloads are walked here, so that no length or depth that they claim is believed. Where schemas come from
 * is behind a port.
 */
@NullMarked
package dev.surveyor.codec.schema;

import org.jspecify.annotations.NullMarked;
