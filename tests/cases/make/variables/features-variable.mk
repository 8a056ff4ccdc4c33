all: ; @echo $(sort $(filter-out guile load dollar-escape-in-define,$(.FEATURES)))
