package dev.surveyor.archmistakes.service.right;

import dev.surveyor.archmistakes.service.left.CycleLeft;
import java.util.List;

/** Two packages must not need each other. */
public record CycleRight(List<CycleLeft> lefts) {}
