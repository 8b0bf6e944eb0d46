package simwright.job;

import simwright.ask.Attendant;

/// Whether the person who acts may do so.
public interface Permit {
  /// Throws a fault unless this person may ask for it.
  void check(JobRequest request);

  /// The attendant, with what it may confirm held to what this person is trusted with.
  Attendant guarded(Attendant attendant);

  /// Everybody may do everything.
  static Permit all() {
    return new Permit() {
      @Override
      public void check(JobRequest request) {
        // nothing is held back
      }

      @Override
      public Attendant guarded(Attendant attendant) {
        return attendant;
      }
    };
  }
}
