import ArgumentParser
import Diagnostics

extension ValidationError {
    /// What is wrong with an option's value, so that the program ends with the status of wrong usage.
    init(_ error: InputError) { self.init(error.description) }
}
