package dev.surveyor.archmistakes.sandbox;

/** Allowed by itself. */
public record SandboxThing(String text) {}
