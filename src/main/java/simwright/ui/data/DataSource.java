package simwright.ui.data;

import simwright.job.DeviceDone;
import simwright.job.Job;
import simwright.quota.DataReport;

/// What the data screen needs of log and devices.
public interface DataSource {
  /// What data says, with lines of so many days. Reads the log.
  DataReport report(int days);

  /// How a device did, in so many days. Reads the log.
  DeviceDone done(String device, int days);

  /// Has a handset hold back what its applications do in the background, with consent.
  Job<?> hold(String device);

  /// Reads what a device counted, and takes it down.
  Job<?> sample(String device);
}
