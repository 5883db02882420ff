# Words of the forms and of the purpose screen.

## What is kept, and for how long (rule 16)
notice-kept = Your name is kept for { $time } in the visitors' book, then erased.
notice-months = { $n } months
notice-month = 1 month
notice-days = { $n } days
notice-day = 1 day

## What a field does not take
form-name-short = At least 2 letters.
form-text-short = At least 2 letters.
form-long = At most { $n } letters.
form-control = There is a sign that cannot be used.

## 3 Non Anggota
form-title = A few details
form-name = Name
form-name-example = Type your name
form-origin = Where from
form-origin-example = Town or organisation
form-optional = { $what } (optional)
form-touch-one = Touch one answer
form-progress = { $n } of { $m }
form-change = Change
form-left = { $n } questions left
form-left-one = 1 question left
form-name-missing = Your name is missing
form-origin-missing = Where you come from is missing

question-sex = Sex
sex-male = Male
sex-female = Female
question-age = Age group
age-child = Child, up to 12
age-teen = Teen, 13–17
age-adult = Adult, 18–59
age-senior = Senior, 60 and over
question-education = Education
education-none = No schooling
education-kindergarten = Kindergarten
education-sd = Primary
education-smp = Junior high
education-sma = Senior high
education-d1 = Diploma 1
education-d2 = Diploma 2
education-d3 = Diploma 3
education-s1 = Bachelor
education-s2 = Master
education-s3 = Doctorate
question-occupation = Occupation
occupation-pupil = Pupil
occupation-student = Student
occupation-civil_servant = Civil servant
occupation-private_employee = Employee
occupation-teacher = Teacher
occupation-lecturer = Lecturer
occupation-researcher = Researcher
occupation-military_police = Armed forces / police
occupation-self_employed = Self-employed
occupation-retired = Retired
occupation-other = Other

## A member's name while no list is loaded (rule 5)
name-only-title = What is your name?
name-only-read = Card read
name-only-why = The list of members is not on this screen yet. Your name is all we need.

## 4 Rombongan
group-title = Group details
group-leader = Group leader
group-leader-example = Leader's name
group-institution = School or organisation
group-institution-example = Name of the school
group-people = How many people came?
group-less = Fewer { $what }
group-more = More { $what }
group-type = Touch a number to type it.
group-total = Total
group-persons = people
group-few = A group is at least 2 people.
group-many = A group is at most { $n } people.
group-leader-missing = The group leader is missing
group-institution-missing = The school or organisation is missing

## 5 Maksud kunjungan
purpose-hello = Hello, { $name }!
purpose-hello-group = Hello, { $name } group!
purpose-ask = What brings you here today? Touch one.
purpose-needs-card = KTA needed
purpose-up = Up
purpose-down = Down
badge-active = Active member
badge-member = Member
badge-non-member = Non-member
badge-group = Group
badge-expired = KTA expired

## Lainnya
note-title = Tell us your purpose
note-field = Purpose
note-example = A few words
note-limit = At most { $n } letters.
note-missing = Your purpose is missing

## Being written
recording-saving = Saving…
recording-again = Not saved yet. Trying again…
recording-failed = Not saved yet.
recording-failed-text = Your entry is still here. Touch “Try again”, or call staff.
