package simwright.ui.frame;

import java.util.List;
import simwright.observe.Observable;

/// What the frame shows of whom the program trusts.
public interface TrustSource {
  /// The test roots that are believed, by name; none outside a lab.
  Observable<List<String>> labRoots();
}
