package dev.surveyor.archmistakes.store;

import dev.surveyor.archmistakes.sandbox.SandboxThing;

/** One implementation of a port must not know another. */
record StoreThatKnowsTheSandbox(SandboxThing thing) {}
