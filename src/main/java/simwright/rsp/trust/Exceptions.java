package simwright.rsp.trust;

import java.util.List;

/// What persons have excepted, and who hears of it each time that use is made of it. Neither is
/// asked as long as nothing is wrong.
public interface Exceptions {
  /// There are none.
  Exceptions NONE =
      new Exceptions() {
        @Override
        public List<HostException> all() {
          return List.of();
        }

        @Override
        public void used(HostException.Use use) {
          throw new IllegalStateException("there are no exceptions");
        }
      };

  /// Those that were not withdrawn; some may have ended.
  List<HostException> all();

  /// Use is made of one. Where this throws, the server is not believed.
  void used(HostException.Use use);

  /// The same for whoever only wants to know what would be believed: nobody hears of it.
  default Exceptions looking() {
    Exceptions these = this;
    return new Exceptions() {
      @Override
      public List<HostException> all() {
        return these.all();
      }

      @Override
      public void used(HostException.Use use) {
        // nothing is sent to a server that is only looked at
      }
    };
  }
}
