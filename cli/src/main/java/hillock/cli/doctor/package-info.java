/// `hillock doctor`, and how findings are told.
package hillock.cli.doctor;
