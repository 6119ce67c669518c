package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.SolverConfig;

/**
 * One run to be made.
 *
 * @param id a readable name and a hash of everything that decides the outcome: problem, start, solver, stopping rules
 * @param problem what to minimise
 * @param start where from
 * @param solver how
 * @param repeat which repetition, from 1
 */
public record PlannedRun(String id, ProblemConfig problem, Start start, SolverConfig solver, int repeat) {}
