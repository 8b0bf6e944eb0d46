package simwright.ui;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.testfx.util.WaitForAsyncUtils;
import simwright.ui.fx.Bridge;

/// A thread that stands for the screen's own: models are used on it alone, one act after the other.
public final class Lane implements AutoCloseable {
  private static final int PATIENCE = 20;

  private final BlockingQueue<Runnable> acts = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "lane");

  public Lane() {
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        acts.take().run();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// The way onto it.
  public Bridge bridge() {
    return Bridge.by(acts::add);
  }

  /// Does something on it and waits for the end.
  public <T> T get(Callable<T> act) throws Exception {
    FutureTask<T> task = new FutureTask<>(act);
    acts.add(task);
    return task.get(PATIENCE, TimeUnit.SECONDS);
  }

  /// The same without a result.
  public void run(Runnable act) throws Exception {
    boolean unused =
        get(() -> {
          act.run();
          return true;
        });
  }

  /// Waits until something holds on it.
  public void until(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> get(holds));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
