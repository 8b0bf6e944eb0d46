package simwright.app;

import java.util.List;
import java.util.function.Consumer;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.TrustedRoot;
import simwright.ui.frame.TrustSource;

/// Whom the program trusts, as the frame shows it.
record ScreenTrust(ServerWays ways) implements TrustSource {
  @Override
  public Observable<List<String>> labRoots() {
    return new Names(ways.lab());
  }

  private record Names(Observable<List<Certificate>> roots) implements Observable<List<String>> {
    @Override
    public List<String> get() {
      return names(roots.get());
    }

    @Override
    public Subscription subscribe(Consumer<? super List<String>> watcher) {
      return roots.subscribe(all -> watcher.accept(names(all)));
    }

    private static List<String> names(List<Certificate> all) {
      return all.stream().map(each -> TrustedRoot.of(each, TrustedRoot.Origin.LAB).name()).toList();
    }
  }
}
