package dev.surveyor.archmistakes.service.left;

import dev.surveyor.archmistakes.service.right.CycleRight;

/** Two packages must not need each other. */
public record CycleLeft(CycleRight right) {}
