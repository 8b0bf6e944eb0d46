package simwright.acceptance.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a plan may say of a kind of step, and what the kind does to a device.
public interface StepKind {
  /// The name in plans.
  String kind();

  /// The parameters it takes.
  default Set<String> parameters() {
    return Set.of();
  }

  /// The measurements it can take with these parameters: names and units.
  default Map<String, String> measures(Parameters with) {
    return Map.of();
  }

  /// The measurements it can take without parameters.
  default Map<String, String> measures() {
    return measures(Parameters.NONE);
  }

  /// Why these parameters cannot be used; empty when they can.
  default Optional<String> objection(Parameters with) {
    return Optional.empty();
  }

  /// Whether it can be carried out on a device that no tool can drive: it asks the bench, a server
  /// or a person, and the device nothing.
  default boolean byHand() {
    return false;
  }

  /// The parameters that name an earlier step of the plan by its id: one that does not stand there
  /// would be taken for one that did nothing.
  default Set<String> earlier() {
    return Set.of();
  }

  /// What it changes on the device with these parameters; nothing when it only reads.
  default List<Change> changes(Parameters with) {
    return List.of();
  }

  /// What stands around the device after it with these parameters, until another step clears it;
  /// such a step must be in a teardown and in the safe state.
  default Optional<String> leaves(Parameters with) {
    return Optional.empty();
  }

  /// What it clears with these parameters.
  default Optional<String> clears(Parameters with) {
    return Optional.empty();
  }

  /// What is not as before on the device itself after it with these parameters; the safe state of
  /// its plan puts that back. `own` says of a step's id that it brings a profile onto the card.
  default Set<String> alters(Parameters with, Predicate<String> own) {
    return Set.of();
  }

  /// Whether it puts that back with these parameters.
  default boolean restores(Parameters with, Predicate<String> own, String what) {
    return false;
  }
}
