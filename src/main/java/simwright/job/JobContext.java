package simwright.job;

import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;

/// What a job's body has at hand: its id for the journal, progress, the wish to stop, and who
/// answers.
public record JobContext(String id, Progress progress, Cancel cancel, Attendant attendant) {}
